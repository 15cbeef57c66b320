/* scale.h: powers of two. */
#ifndef CUTAWAY_SCALE_H
#define CUTAWAY_SCALE_H

/* x * 2^power, rounded once; unlike scalbn it leaves errno alone. */
double __cutaway_scale(double x, int power);
long double __cutaway_scale_long(long double x, int power);

#endif
