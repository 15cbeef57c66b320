/* Status 133, as under qemu: nobody debugs it. */
int main(void) {
    __asm__ volatile("ebreak");
    return 0;
}
