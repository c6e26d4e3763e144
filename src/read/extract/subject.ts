export { resolveAsked } from '../recognise/parties/asked.ts'
export { as, type Memory, nobody, type Subject } from '../recognise/parties/memory.ts'
export { registerPeople } from '../recognise/parties/people.ts'
export { resolveSubject } from '../recognise/parties/resolve.ts'
