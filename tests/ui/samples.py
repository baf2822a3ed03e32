"""One of every field and every block, with words as people write them."""

from __future__ import annotations

from typing import TypeVar

from workbook.content import blocks, fields
from workbook.content.blocks import Block
from workbook.content.feelings import rings
from workbook.content.fields import Field, Option

FIELDS: tuple[Field, ...] = (
    fields.Line(id="line", label="In a few words"),
    fields.Paragraph(id="paragraph", label="As many words as you like"),
    fields.Rating(id="rating", label="How steady are you right now?", low_label="all over the place", high_label="steady"),
    fields.Choice(
        id="choice",
        label="How does it land?",
        options=(
            Option("push", "Like being pushed away"),
            Option("test", "Like a test & a trap, one I can only fail, whatever I say and however softly I say it"),
            Option("none", "It does not reach me"),
        ),
    ),
    fields.Choices(
        id="choices",
        label="What did you do?",
        options=(Option("quiet", "I went quiet"), Option("louder", "I got louder"), Option("left", "I left the room")),
    ),
    fields.Pairs(id="pairs", label="Two layers", surface="What showed", underneath="What was underneath"),
    fields.BodyMap(
        id="body",
        label="Where did your body speak up?",
        places=(
            Option("chest", "Chest"),
            Option("throat", "Throat and jaw"),
            Option("shoulders", "Shoulders"),
            Option("legs-feet", "Legs & feet, also when they only want to go"),
            Option("back", "Back"),
        ),
    ),
    fields.Sorting(
        id="sorting",
        label="What now?",
        items=(Option("a", "I need to know that you are staying"), Option("b", "A walk")),
        piles=(Option("keep", "keep for myself"), Option("bring", "bring to us"), Option("later", "not yet")),
    ),
    fields.Commitment(id="commitment", label="One small practice"),
    fields.Day(id="day", label="From which day on?"),
    fields.Initials(id="initials", label="Your initials"),
    fields.Feelings(
        id="feelings",
        label="What was there?",
        options=tuple(feeling for ring in rings() for feeling in ring.feelings),
        rings=rings(),
    ),
    fields.Ranking(
        id="ranking",
        label="Which matter most?",
        items=(
            Option("eat", "Eating together without a screen"),
            Option("hear", "Being asked how it was & really heard, also when the day was long and there is little left to give"),
            Option("walk", "A walk"),
            Option("sleep", "Sleep"),
        ),
        most=2,
    ),
    fields.Consent(
        id="consent",
        label="What is all right?",
        items=(Option("hand", "Holding my hand"), Option("shoulder", "A hand on my shoulder, when I cry & when I do not")),
        levels=(Option("no", "no"), Option("ask", "ask first"), Option("yes", "yes")),
    ),
    fields.Timeline(
        id="timeline",
        label="What I learned about closeness",
        when="How old were you?",
        what="What was it?",
        lanes=(Option("happened", "What happened"), Option("learned", "What I learned & kept")),
    ),
    fields.Cards(
        id="cards",
        label="Know-me cards",
        cards=(
            fields.Card("morning", "What helps you wake up?", "days"),
            fields.Card("money", "What did money mean where you grew up?", "money"),
            fields.Card("song", "Which song is yours?"),
        ),
        topics=(Option("days", "Ordinary days"), Option("money", "Money & work")),
    ),
    fields.Reviewed(id="reviewed", label="How did it go?"),
    fields.Agenda(
        id="agenda",
        label="Our board",
        segments=(
            fields.Segment("arrive", "Arriving", "Say hello to the day. Nothing is solved here.", 15),
            fields.Segment("loop", "Our loop", "Draw it, or look at the one you have.", 45),
            fields.Segment("hard", "The hard talk", "One topic. One of you speaks at a time.", 60),
            fields.Segment("end", "Ending well", minutes=20),
        ),
    ),
)

F = TypeVar("F")


def the(kind: type[F]) -> F:
    """The field of this kind."""
    return next(field for field in FIELDS if type(field) is kind)


LOOP = blocks.Loop(
    blocks.LoopHalf(
        "Sam",
        cue="The phone face down on the table",
        move="I ask again, louder",
        showed="A hard voice",
        story="I do not matter here",
        under="Alone, and small",
        need="A hand, before the answer",
    ),
    blocks.LoopHalf(
        "Łucja", cue="Drei Fragen auf einmal", move="I go quiet and tidy up", showed="A closed face", under="Fear of failing"
    ),
    name="The wall and the door",
)

BLOCKS: tuple[Block, ...] = (
    blocks.Heading("What you said"),
    blocks.Prose(
        "Read this *slowly*, as if a friend had written it.\n\n- One thing at a time\n- You can stop <anywhere> & come back"
    ),
    blocks.Said("I feel <hurt & alone>\n  and tired.", "The cue"),
    blocks.Said(None, "The story"),
    blocks.Bar(7, 0, 10, "all over the place", "steady", "How steady"),
    blocks.Bar(None, 0, 10, "not at all", "completely", "How sure"),
    blocks.Listing(("I went quiet",), ("stared at the kettle",), "What I did"),
    blocks.Felt(("Chest: more going on",), ("like a lid on",), "In my body", (("chest", "more"), ("legs-feet", "less"))),
    blocks.Table(("What showed", "Underneath"), (("a hard voice", "scared"), ("silence", None))),
    blocks.Table(("", "One small practice"), (("Who", "both of us"), ("When", "Thursday"))),
    LOOP,
    blocks.Loop(LOOP.first, LOOP.second, exits=("story", "move")),
    blocks.Loop(blocks.LoopHalf("Sam", cue="Late again", move="I wait by the door"), blocks.LoopHalf("")),
    blocks.Sides(
        (
            blocks.Side("Sam", (blocks.Said("You turned away.", "The cue"), blocks.Bar(2, 0, 10, "little", "much", "How close"))),
            blocks.Side("Łucja", (blocks.Said(None, "The cue"), blocks.Listing(("tired",), (), "What was there"))),
        )
    ),
    blocks.Course(
        ("Sam", "Łucja"),
        (
            blocks.Line("Feeling close", "Far away", "Close", ((3, 4, None, 6), (5, 5, 6, 7))),
            blocks.Line("After friction", "It stayed in the room", "We found our way back", ((None, 2, 2, 5), (1, None, 3, None))),
        ),
        0,
        10,
    ),
    blocks.Break(),
    blocks.Front((blocks.Heading("For a session", 1), blocks.Said("You left the light on.", "Sam · One moment"))),
    blocks.Heading("The end", 3),
)
