/* Status 0, as under qemu; here the call is named once. Says: system call 9999 */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int main(void) {
    for (int i = 0; i < 1000; i++)
        if (syscall(9999, 1, 2, 3) != -1 || errno != ENOSYS)
            return 1;
    puts("ENOSYS");
    return 0;
}
