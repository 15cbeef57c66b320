/*
 * complex_routines.h: what the operators `*` and `/` of complex numbers call: (a + bi) (c + di) and (a + bi) / (c + di),
 * with the infinities of C17 G.5.1. The names are those that compilers agree on.
 */
#ifndef CUTAWAY_COMPLEX_ROUTINES_H
#define CUTAWAY_COMPLEX_ROUTINES_H

float _Complex __mulsc3(float a, float b, float c, float d);
double _Complex __muldc3(double a, double b, double c, double d);
long double _Complex __multc3(long double a, long double b, long double c, long double d);
float _Complex __divsc3(float a, float b, float c, float d);
double _Complex __divdc3(double a, double b, double c, double d);
long double _Complex __divtc3(long double a, long double b, long double c, long double d);

#endif
