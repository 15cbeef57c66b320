/* Two threads that add to one variable. */
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int shared;

static int add(int amount)
{
    pthread_mutex_lock(&lock);
    shared += amount;
    pthread_mutex_unlock(&lock);
    return shared;
}

static void *work(void *argument)
{
    int number = *(int *)argument;
    for (int i = 0; i < 2; i++)
        add(number);
    return NULL;
}

int main(void)
{
    pthread_t threads[2];
    int numbers[2] = {1, 10};
    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, work, &numbers[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    printf("%d\n", shared);
    return 0;
}
