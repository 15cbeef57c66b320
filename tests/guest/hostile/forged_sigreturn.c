/* Status 139: a frame that no kernel wrote is returned to, and leads nowhere. */
int main(void) {
    __asm__ volatile("li a7, 139\necall" ::: "memory"); /* rt_sigreturn */
    return 0;
}
