/* Status 132, as under qemu: a user process cannot read mstatus. */
int main(void) {
    __asm__ volatile("csrr a0, mstatus" ::: "a0");
    return 0;
}
