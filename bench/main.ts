/** Everything that `npm run bench` does; see docs/measurements.md. */
import { speed } from './speed.ts'
await speed(process.argv.slice(3))
