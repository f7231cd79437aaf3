"""The pages of a report, one module each: a function from results to the text of the page."""
