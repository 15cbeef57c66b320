/* Status 139, as under qemu: the stack has an end. */
int depth(volatile char *last) {
    volatile char frame[1000];
    frame[0] = *last;
    return depth(frame) + frame[999];
}

int main(void) {
    char first = 0;
    return depth(&first);
}
