// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How fast each user may go: an allowance that fills with time, and a debt that has to be waited off.
///
/// An amount is taken whole, and may overdraw the allowance, so that none is too large for it: whoever has overdrawn
/// waits until that is paid back. This is a token bucket that may be in debt. Nobody waits for another user.
public final class UserRates: Sendable {
    /// How many users' accounts are kept before those that are full, as one never seen is, are forgotten.
    private static let accountsKept = 1024

    private struct Accounts {
        var byUser: [UInt32: Account] = [:]
        var countToForgetAt = UserRates.accountsKept
    }

    private struct Account {
        /// What may be taken without a wait; below nought, what has to be waited off.
        var balance: Double
        var at: ContinuousClock.Instant
    }

    private let perSecond: Double
    private let burst: Double
    private let accounts = Mutex(Accounts())

    /// Lets each user take so much a second, and after a rest a second's worth, or `burst`, at once.
    public init(perSecond: Int, burst: Int? = nil) {
        self.perSecond = Double(max(perSecond, 1))
        self.burst = Double(max(burst ?? perSecond, 1))
    }

    /// Takes an amount for a user, and returns how long they have to wait first for what they took before.
    @discardableResult
    public func take(_ amount: Int, of user: UInt32, at now: ContinuousClock.Instant = .now) -> Duration {
        accounts.withLock { accounts in
            var account = current(accounts.byUser[user], now)
            let delay = wait(account)
            account.balance -= Double(amount)
            accounts.byUser[user] = account
            if accounts.byUser.count > accounts.countToForgetAt {
                accounts.byUser = accounts.byUser.filter { current($0.value, now).balance < burst }
                accounts.countToForgetAt = max(Self.accountsKept, 2 * accounts.byUser.count)
            }
            return delay
        }
    }

    /// How long a user has to wait before taking more.
    public func delay(of user: UInt32, at now: ContinuousClock.Instant = .now) -> Duration {
        accounts.withLock { wait(current($0.byUser[user], now)) }
    }

    private func current(_ account: Account?, _ now: ContinuousClock.Instant) -> Account {
        guard let account else { return Account(balance: burst, at: now) }
        // An instant from before the last, of another thread, adds nothing and is not kept.
        guard now > account.at else { return account }
        let (seconds, attoseconds) = account.at.duration(to: now).components
        let passed = Double(seconds) + Double(attoseconds) / 1e18
        return Account(balance: min(account.balance + passed * perSecond, burst), at: now)
    }

    private func wait(_ account: Account) -> Duration {
        account.balance < 0 ? .seconds(-account.balance / perSecond) : .zero
    }
}
