/* Status 139, as under qemu: the address is no user's, and not even canonical. */
int main(void) {
    void (*volatile beyond)(void) = (void (*)(void))0x8000000000000000;
    beyond();
    return 0;
}
