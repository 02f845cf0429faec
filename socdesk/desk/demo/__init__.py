"""A demonstration desk: two years of believable work by people who plainly do not exist."""
