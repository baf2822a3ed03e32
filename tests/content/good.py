"""A small exercise without a fault, with every kind of part and step, to be damaged by the tests."""

from pathlib import Path

GOOD = """\
id: the-kettle
edition: 1
title: The kettle
purpose: Look at one small moment, together.
minutes: {each: 10, together: 12}
intensity: high
who: [each, alone]
short: [cue, move]
sources: ["A book on moments, 1999"]
evidence: {tradition: some, exercise: not tested, note: "Kitchens are understudied."}
not_for: [fear-of-partner]
therapist_note: |
  Go slowly.

  Ask about the tea.
parts:
  - apart:
      - {id: before, kind: read, title: Before, ask: "Look round the room, {me}."}
      - id: steady
        kind: calm
        title: How steady
        ask: How steady are you?
        low_label: All over the place
        high_label: Steady
        suggestion: A pause is fine.
        sensitive: [arousal]
      - {id: cue, kind: write, title: The cue, ask: "What did you see, *exactly*?", hint: Like a camera.}
      - id: bits
        kind: write
        title: A few bits
        ask: A few small things.
        long: true
        minutes: 2.5
        lines:
          - {id: first, ask: First?}
          - {id: then, ask: Then?}
      - id: body
        kind: body
        title: In the body
        ask: Where was it?
        places: [{id: chest, text: Chest}, {id: legs, text: Legs}]
      - id: move
        kind: choose
        title: What I did
        ask: What did you do?
        options: [{id: near, text: I came nearer}, {id: far, text: I went away}]
      - id: far-where
        kind: write
        title: Where to
        ask: Where did you go?
        show_when: {ref: move, equals: far}
      - id: feelings
        kind: choose-many
        title: Feelings
        ask: What was there?
        options:
          - {id: no, text: no}
          - {id: glad, text: Glad}
      - {id: layers, kind: pairs, title: Layers, ask: What lay under it?, surface: Showed, underneath: Under it}
      - id: how-much
        kind: scales
        title: How much
        ask: How much of each?
        items:
          - {id: steam, text: Steam, low_label: None, high_label: Plenty}
          - {id: noise, text: Noise, low_label: None, high_label: A lot}
      - {id: first-things, kind: rank, title: First things, ask: What mattered most?, of: feelings, most: 2}
      - {id: word, kind: feelings, title: A word, ask: Which word fits?, stays: true, carries: [{exercise: the-cup, step: word}]}
      - id: long-ago
        kind: timeline
        title: Long ago
        ask: When was there a kettle?
        when: How old you were
        what: What happened
        lanes: [{id: then, text: Then}, {id: learned, text: What I learned}]
      - id: know-me
        kind: cards
        title: Know me
        ask: What would each say?
        cards: [{id: tea, ask: Which tea?, topic: drinks}, {id: cup, ask: Which cup?}]
        topics: [{id: drinks, text: Drinks}, {id: guests, text: Guests}]
      - {id: overnight, kind: wait, title: Tomorrow, ask: It goes on tomorrow., days: 1}
      - id: all-right
        kind: consent
        title: All right
        ask: What is all right?
        items: [{id: lid, text: Lifting the lid}]
        levels: [{id: no, text: no}, {id: ask, text: Ask each time}]
  - reveal: {title: The kettle, steps: [cue, move], ask: "What surprised you?"}
  - reveal: {title: Underneath, steps: [layers], ask: "What is new?", optional: true}
  - together:
      - id: our-loop
        kind: loop
        title: How it lands
        ask: Does it land like that?
        each: true
        draws: {cue: cue, move: move, under: layers}
        lands: [{id: like-that, text: Like that}, {id: other, text: Differently}]
        named_by: its-name
      - {id: its-name, kind: write, title: A name, ask: What do you call it?}
      - {id: warmth, kind: rate, title: Warmth, ask: How warm is it?, low_label: Cool, high_label: Warm, high: 5}
      - {id: why, kind: write, title: Why, ask: What cooled it?, show_when: {ref: warmth, below: 3}}
      - {id: aloud, kind: speak, title: Aloud, ask: Say it., say: Speak., listen: Listen., seconds: 60}
      - id: bring
        kind: sort
        title: Bring
        ask: What comes along?
        items: [{id: tea, text: Tea}, {id: cups, text: Cups}]
        piles: [{id: keep, text: Keep}, {id: leave, text: Leave}]
      - {id: try, kind: commit, title: Try, ask: One small thing.}
      - {id: went, kind: follow, title: How it went, ask: How did it go?, of: [{exercise: the-kettle, step: try}]}
      - {id: signed, kind: sign, title: Our letters, ask: Your initials?, each: true}
      - {id: until, kind: date, title: Until, ask: Until when?}
      - {id: hear, kind: floor, title: Hear, ask: Take turns., say: Speak., listen: Say it back., depth: [What else?]}
      - id: board
        kind: agenda
        title: Board
        ask: What comes next?
        segments: [{id: open, text: Opening, about: Arrive., minutes: 10}, {id: close, text: Close}]
      - id: settle
        kind: settle
        title: Settle
        ask: Come back to the room.
        ways: [Name five things., Feel your feet.]
        breath: Out, slowly.
  - alone:
      - {id: kind-line, kind: write, title: A kind line, ask: What would you say to a friend?}
      - id: measure
        kind: instrument
        title: The kettle scale
        ask: Over the last week …
        copyright: © The Kettle Institute
        permission: The Kettle Institute lets this pack use it.
        citation: "Kettle, K. (2000). The kettle scale. Journal of Kettles, 1(1), 1–2."
        items: [{id: hot, text: It was hot}, {id: cold, text: It was cold}]
        answers: [{id: seldom, text: Seldom, points: 0}, {id: often, text: Often, points: 3}]
        reversed: [cold]
        cutoff: {at: 4, citation: "Kettle, K. (2000)"}
        change: {at: 2.5, citation: "Kettle, K. (2000)"}
        carries: [{exercise: the-kettle, step: measure}]
      - {id: unsent, kind: letter, title: A letter, ask: What would you write?}
      - {id: again, kind: reread, title: Again, ask: What of it is yours to say?, of: unsent}
      - {id: settle-alone, kind: settle, title: Settle, ask: Look round., ways: [Feel your feet.]}
"""

PACK = """\
id: kitchen
edition: 1
title: Kitchen
about: Small things.
authors: [Somebody]
licence: MIT
language: en
exercises: [the-kettle]
"""


def put_pack(folder: Path, exercise: str = GOOD, pack: str = PACK) -> Path:
    """The kitchen pack in a folder; the folder of the pack."""
    kitchen = folder / "kitchen"
    kitchen.mkdir(parents=True)
    (kitchen / "pack.yaml").write_text(pack, "utf-8")
    (kitchen / "the-kettle.yaml").write_text(exercise, "utf-8")
    return kitchen
