"""What is seen and touched: the Qt window, its pages, views and editors."""
