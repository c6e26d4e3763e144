import { keyOf, problemOfName, type Role, roles } from '../../store/accounts/names.ts'
import type { Store } from '../../store/store.ts'
import { authorOf } from '../author.ts'
import { CliError } from '../error.ts'
import { harmless } from '../harmless.ts'
import { ledgerOption, withStore } from '../open.ts'
import { writeJson, writeLines } from '../output.ts'
import { usage, wrong } from '../usage.ts'
import { group, verb } from '../verb.ts'
import { askPassword } from './password.ts'

const changing = {
  ...ledgerOption,
  by: { value: 'NAME', about: "who does it; else STOCKTAKE_AUTHOR, else git's user.name, else the account" },
} as const
const passwordOption = { 'password-stdin': { about: 'the password is the one line of standard input; else it is typed twice' } } as const
const what =
  'reader reads; coder also judges; editor also adds texts and takes back what others judged; administrator also manages users on the pages and sees the audit.'

/** Changes an account as somebody, and says so in one line. */
function change(
  values: { readonly ledger: string | undefined; readonly by: string | undefined },
  say: string,
  work: (store: Store, doing: { readonly by: string; readonly at: string }) => Promise<void>,
): Promise<number> {
  const doing = { by: authorOf(values.by).name, at: new Date().toISOString() }
  return withStore(values.ledger, {}, async (store) => {
    await work(store, doing)
    await writeLines([harmless(say)])
    return 0
  })
}

const addVerb = verb(
  usage({
    verb: 'user add',
    calls: [['user add NAME', 'lets somebody sign in to the pages; asks for a password']],
    options: {
      role: { value: 'ROLE', about: `${roles.join(', ')}; reader without it`, oneOf: roles },
      back: { about: 'the person who had this name before and was removed' },
      ...passwordOption,
      ...changing,
    },
    after: what,
    words: [1, 1],
  }),
  ({ values, words: [name = ''] }) => {
    const role = (values.role ?? 'reader') as Role
    const problem = problemOfName(name)
    if (problem) throw wrong({ verb: 'user add' }, name, problem)
    return change(values, `${name}: added as ${role}`, async (store, doing) => {
      const password = await askPassword('user add', name, values['password-stdin'])
      await store.accounts.add({ name, role, password, back: values.back }, doing)
    })
  },
)

const listVerb = verb(
  usage({
    verb: 'user list',
    calls: [['user list', 'who may sign in to the pages, and what they may do']],
    options: { ...ledgerOption, json: { about: 'as JSON' } },
    after: '',
  }),
  ({ values }) =>
    withStore(values.ledger, { readOnly: true }, async (store) => {
      const users = await store.accounts.users()
      if (values.json) await writeJson({ users })
      else if (users.length === 0) await writeLines(['no users; stocktake user add NAME makes one'])
      else {
        const widest = Math.max(...users.map(({ name }) => name.length))
        await writeLines(
          users.map(({ name, role, made, seen }) => {
            const last = seen ? `last signed in ${seen.slice(0, 10)}` : 'has never signed in'
            return `${harmless(name).padEnd(widest)}  ${role.padEnd(13)}  added ${made.slice(0, 10)}, ${last}`
          }),
        )
      }
      return 0
    }),
)

const roleVerb = verb(
  usage({
    verb: 'user role',
    calls: [['user role NAME ROLE', 'lets somebody do more, or less; they have to sign in again']],
    options: changing,
    after: what,
    words: [2, 2],
  }),
  ({ values, words: [name = '', role = ''] }) => {
    if (!roles.some((one) => one === role)) throw wrong({ verb: 'user role' }, role, `is unknown; use one of ${roles.join(', ')}`)
    return change(values, `${name}: is ${role} now`, (store, doing) => store.accounts.setRole(name, role as Role, doing))
  },
)

const passwordVerb = verb(
  usage({
    verb: 'user password',
    calls: [['user password NAME', 'another password; whoever is signed in under the name is signed out']],
    options: { ...passwordOption, ...changing },
    after: '',
    words: [1, 1],
  }),
  ({ values, words: [name = ''] }) =>
    change(values, `${name}: has another password now`, async (store, doing) => {
      if (!(await store.accounts.users()).some((user) => keyOf(user.name) === keyOf(name)))
        throw new CliError(`${name}: no user has this name; stocktake user list shows all`)
      await store.accounts.setPassword(name, await askPassword('user password', name, values['password-stdin']), doing)
    }),
)

const removeVerb = verb(
  usage({
    verb: 'user remove',
    calls: [['user remove NAME', 'no longer lets somebody sign in; what they judged stays']],
    options: changing,
    after: '',
    words: [1, 1],
  }),
  ({ values, words: [name = ''] }) => change(values, `${name}: removed`, (store, doing) => store.accounts.remove(name, doing)),
)

/** The verb `user`: who may sign in to the pages. */
export const userVerb = group('user', { add: addVerb, list: listVerb, role: roleVerb, password: passwordVerb, remove: removeVerb })
