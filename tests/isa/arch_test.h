/* The suite's own header, but for what user mode may not do: Linux has switched the floating-point unit on already. */
#include_next "arch_test.h"

#undef RVTEST_FP_ENABLE
#define RVTEST_FP_ENABLE() csrwi fcsr, 0
