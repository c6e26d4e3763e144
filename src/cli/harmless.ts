export { harmless } from '../export/harmless.ts'
