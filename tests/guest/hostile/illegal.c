/* Status 132, as under qemu. */
int main(void) {
    __asm__ volatile(".word 0xffffffff");
    return 0;
}
