/* token.h: the one way to cut a string into tokens. C17 7.24.5.8. */
#ifndef CUTAWAY_TOKEN_H
#define CUTAWAY_TOKEN_H

/* The next token of the string, or of the rest when that is null; or null. */
char *__cutaway_next_token(char *string, const char *separators, char **rest);

#endif
