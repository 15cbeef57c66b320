/* Status 139, as under qemu: data is not executed. */
static int data[4] = {0x00000513, 0x00008067}; /* li a0, 0; ret */

int main(void) {
    return ((int (*)(void))data)();
}
