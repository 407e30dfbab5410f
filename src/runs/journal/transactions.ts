import type { IDBPTransaction } from 'idb';
import { ProblemError } from '../../lib/problem.ts';
import type { Connection, JournalDatabase, JournalSchema } from './database.ts';
import { journalProblem } from './journal.ts';

const allStores = ['runs', 'events', 'heads', 'meta'] as const;
export type Writing = IDBPTransaction<JournalSchema, typeof allStores, 'readwrite'>;

/** How the journal is written and read; whatever fails by it is a `ProblemError`. */
export interface Transactions {
  /** One transaction over everything. It is over when it is on disk (strict durability). */
  write<Result>(work: (transaction: Writing) => Promise<Result>): Promise<Result>;
  read<Result>(work: (database: JournalDatabase) => Promise<Result>): Promise<Result>;
}

export function createTransactions(connection: Connection): Transactions {
  return {
    async write(work) {
      const database = await connection.open();
      try {
        const transaction = database.transaction(allStores, 'readwrite', { durability: 'strict' });
        const done = transaction.done;
        // A commit can fail after every request has worked (a full disk): only this says so.
        done.catch(() => undefined);
        const result = await work(transaction);
        await done;
        return result;
      } catch (error) {
        throw new ProblemError(journalProblem(error));
      }
    },
    async read(work) {
      const database = await connection.openToRead();
      try {
        return await work(database);
      } catch (error) {
        throw new ProblemError(journalProblem(error));
      }
    },
  };
}
