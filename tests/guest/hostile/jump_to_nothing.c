/* Status 139, as under qemu: no page is at 0. */
int main(void) {
    void (*volatile nothing)(void) = 0;
    nothing();
    return 0;
}
