/* Status 0: it starts threads until there can be no more. Says: threads and processes */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *wait_for_ever(void *nothing) {
    pause();
    return nothing;
}

int main(void) {
    pthread_attr_t attributes;
    pthread_t thread;
    int why = 0;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 65536);
    for (int i = 0; i < 1 << 16 && !why; i++)
        why = pthread_create(&thread, &attributes, wait_for_ever, 0);
    puts(why == EAGAIN ? "EAGAIN" : "?");
    return 0;
}
