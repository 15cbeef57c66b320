/* Threads of glibc: creation, joining, a mutex, a condition, thread-local storage, keys, barriers, detaching, cancelling. */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { THREADS = 8, ROUNDS = 2000, QUEUE = 4 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER, not_full = PTHREAD_COND_INITIALIZER;
static long counter, atomic_counter;
static _Thread_local long own;
static int queue[QUEUE], queued;
static pthread_key_t key;
static pthread_barrier_t barrier;
static sem_t semaphore;

static void destroy(void *value) { __atomic_add_fetch(&atomic_counter, *(long *)value, __ATOMIC_RELAXED); free(value); }

static void *count(void *argument) {
    long *value = malloc(sizeof *value);
    *value = 1;
    pthread_setspecific(key, value);
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < ROUNDS; i++) {
        pthread_mutex_lock(&mutex);
        counter++;
        pthread_mutex_unlock(&mutex);
        own += (long)argument;
        if (i % 100 == 0) sched_yield();
    }
    return (void *)own;
}

static void *produce(void *argument) {
    for (int i = 1; i <= 100; i++) {
        pthread_mutex_lock(&mutex);
        while (queued == QUEUE) pthread_cond_wait(&not_full, &mutex);
        queue[queued++] = i;
        pthread_cond_signal(&not_empty);
        pthread_mutex_unlock(&mutex);
    }
    return argument;
}

static void *sleep_long(void *argument) {
    for (;;) {
        struct timespec span = {1000, 0};
        nanosleep(&span, NULL);
    }
    return argument;
}

static void *post(void *argument) {
    sem_post(&semaphore);
    return argument;
}

int main(void) {
    pthread_t threads[THREADS];
    pthread_key_create(&key, destroy);
    pthread_barrier_init(&barrier, NULL, THREADS);
    for (long i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, count, (void *)i)) return 1;
    long sum = 0;
    for (int i = 0; i < THREADS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        sum += (long)result;
    }
    printf("%ld %ld %ld %ld\n", counter, sum, own, atomic_counter);

    pthread_t producer;
    pthread_create(&producer, NULL, produce, NULL);
    long taken = 0;
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&mutex);
        while (queued == 0) pthread_cond_wait(&not_empty, &mutex);
        taken += queue[--queued];
        pthread_cond_signal(&not_full);
        pthread_mutex_unlock(&mutex);
    }
    pthread_join(producer, NULL);
    printf("%ld\n", taken);

    pthread_t sleeper;
    void *result;
    pthread_create(&sleeper, NULL, sleep_long, NULL);
    pthread_cancel(sleeper);
    pthread_join(sleeper, &result);
    printf("cancelled %d\n", result == PTHREAD_CANCELED);

    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 1000000;
    if (until.tv_nsec >= 1000000000) { until.tv_sec++; until.tv_nsec -= 1000000000; }
    pthread_mutex_lock(&mutex);
    int late = pthread_cond_timedwait(&not_empty, &mutex, &until);
    pthread_mutex_unlock(&mutex);
    printf("timed out %d\n", late == ETIMEDOUT);

    sem_init(&semaphore, 0, 0);
    pthread_t poster;
    pthread_create(&poster, NULL, post, NULL);
    pthread_detach(poster);
    sem_wait(&semaphore);
    puts("posted");
    return 7;
}
