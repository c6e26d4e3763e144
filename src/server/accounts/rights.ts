import type { Role } from '../../store/accounts/names.ts'

/**
 * What one may do on the pages. `try`: what every account may beside reading: have a text read that is not stored, change the own password; `fetch`: have the
 * server fetch a public address for that; `undo`: take back what others judged.
 */
export type Right = 'read' | 'try' | 'fetch' | 'judge' | 'add' | 'undo' | 'audit' | 'users'

/** What each role may do. A visitor is somebody without an account, where reading is public. */
const rights: Readonly<Record<Role | 'visitor', readonly Right[]>> = {
  visitor: ['read'],
  reader: ['read', 'try', 'fetch'],
  coder: ['read', 'try', 'fetch', 'judge'],
  editor: ['read', 'try', 'fetch', 'judge', 'add', 'undo'],
  administrator: ['read', 'try', 'fetch', 'judge', 'add', 'undo', 'audit', 'users'],
}

/** What somebody of a role may do. */
export const rightsOf = (role: Role | 'visitor'): ReadonlySet<Right> => new Set(rights[role])

/**
 * What each form asks of the one who sends it, by the path of its route. A form that does not stand here is refused to everybody, so that none can be added
 * without saying whose it is.
 */
export const forms: Readonly<Record<string, Right | 'nothing'>> = {
  '/sign-in': 'nothing',
  '/sign-out': 'nothing',
  '/account': 'try',
  '/account/sign-out': 'try',
  '/users': 'users',
  '/users/role': 'users',
  '/users/password': 'users',
  '/users/remove': 'users',
  '/read': 'try',
  '/texts': 'add',
  '/texts/:id/draw': 'judge',
  '/texts/:id/word': 'judge',
  '/texts/:id/undo': 'judge',
  '/statements/:id': 'judge',
  '/statements/:id/undo': 'judge',
  '/evidence': 'judge',
  '/evidence/none': 'judge',
  '/evidence/undo': 'judge',
  '/review': 'judge',
  '/review/undo': 'judge',
  '/review/evidence': 'judge',
  '/review/evidence/undo': 'judge',
  '/guidelines': 'judge',
  '/scores': 'judge',
  '/coding': 'judge',
  '/coding/blind': 'judge',
  '/coding/decide': 'judge',
  '/coding/undo': 'judge',
  '/coding/links': 'judge',
  '/coding/links/decide': 'judge',
  '/coding/links/undo': 'judge',
}

/** What pages ask for that ask for more than to read, or for nothing, by the path of their route. */
export const pages: Readonly<Record<string, Right | 'nothing'>> = {
  '/assets/*': 'nothing',
  '/sign-in': 'nothing',
  '/read': 'try',
  '/account': 'try',
  '/users': 'users',
  '/audit': 'audit',
  '/audit.json': 'audit',
}

/** What a form may be sent as. */
const sent = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Whether a content type is that of a form. Anything else passes by the protection against forms of other sites, and no page sends it. */
export const isForm = (type: string | undefined): boolean => sent.test(type ?? '')
