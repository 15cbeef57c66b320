/* Classes with virtual functions, containers, a template, an exception, objects made before main. */
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct Account {
    std::string owner;
    long balance;
    Account(std::string name, long start) : owner(std::move(name)), balance(start) {}
    virtual ~Account() = default;
    virtual long fee() const { return 0; }
    void withdraw(long amount)
    {
        if (amount + fee() > balance)
            throw std::runtime_error("no money");
        balance -= amount + fee();
    }
};

struct Business : Account {
    long rate;
    Business(std::string name, long start, long r) : Account(std::move(name), start), rate(r) {}
    long fee() const override { return rate; }
};

static std::vector<int> primes = {2, 3, 5, 7};
static std::string greeting("hello, static world of strings");

template <typename T>
T largest(const std::vector<T> &values)
{
    T best = values.front();
    for (const T &value : values)
        if (best < value)
            best = value;
    return best;
}

int attempt(Account &account, long amount)
{
    try {
        account.withdraw(amount);
    } catch (const std::runtime_error &error) {
        std::cout << account.owner << ": " << error.what() << "\n";
        return 1;
    }
    return 0;
}

int main()
{
    std::vector<std::unique_ptr<Account>> accounts;
    accounts.push_back(std::make_unique<Account>("ada", 100));
    accounts.push_back(std::make_unique<Business>("charles and company", 50, 5));
    int failures = 0;
    for (auto &account : accounts)
        failures += attempt(*account, 48);
    int top = largest(primes);
    std::cout << greeting << " " << failures << " " << top << "\n";
    return failures;
}
