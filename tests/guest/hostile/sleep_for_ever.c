/* Status 137: nothing will ever wake it; that is found out. Says: for ever */
#include <unistd.h>

int main(void) {
    pause();
    return 0;
}
