/* text.h: words for numbers. */
#ifndef CUTAWAY_TEXT_H
#define CUTAWAY_TEXT_H

/* The words for an error number or a signal, or null. */
const char *__cutaway_error_text(int number);
const char *__cutaway_signal_text(int number);

/* Writes words and the number behind them. Returns where they begin. */
char *__cutaway_numbered_text(char *buffer, const char *words, int number);

#endif
