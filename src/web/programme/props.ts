import type { Programme, Shows, Standing } from '../../ledger/nouns.ts'
import type { Track } from '../../ledger/series/target.ts'
import type { Force, Kind } from '../../model.ts'

/** A piece of evidence as a page shows it. */
export interface EvidenceLine {
  readonly id: string
  readonly date?: string
  readonly shows: Shows
  readonly certainty: string
  /** Who judged. */
  readonly by: string
  readonly text: string
  readonly publisher?: string
  readonly url?: string
}

/** An undertaking in its direction. */
export interface ProgrammeRow {
  readonly id: string
  readonly label: string
  readonly kind: Kind
  readonly force: Force
  readonly parties: readonly string[]
  readonly standing: Standing
  /** The day since which it has stood so; absent where no date says. */
  readonly since?: string
  /** Why it stands so: one line. */
  readonly why: string
  readonly statements: number
  /** By date. */
  readonly evidence: readonly EvidenceLine[]
  /** The id of the piece of evidence that tells best why it stands so. */
  readonly telling?: string
}

export interface DirectionBand {
  readonly id: string
  readonly label: string
  readonly counts: Partial<Record<Standing, number>>
  readonly rows: readonly ProgrammeRow[]
}

/** One value of a series as drawn. */
export interface SeriesPoint {
  readonly period: string
  readonly value: number
  readonly qualifier?: string
  /** Another source says otherwise: their values. */
  readonly rivals: readonly number[]
  readonly url?: string
}

export interface SeriesCard {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly note?: string
  readonly lines: readonly { readonly scope: string; readonly points: readonly SeriesPoint[] }[]
  readonly targets: readonly {
    readonly on: string
    readonly label: string
    readonly value: number
    readonly direction: 'at-least' | 'at-most'
    readonly until?: string
    readonly track: Track
    readonly why: string
  }[]
}

/** A place that undertakings name, where it lies, and how they stand. */
export interface PlaceMark {
  readonly name: string
  /** Degrees, WGS 84. */
  readonly latitude: number
  readonly longitude: number
  readonly undertakings: readonly { readonly id: string; readonly label: string; readonly standing: Standing }[]
}

export interface ProgrammePage {
  readonly programme: Programme
  /** The day for which standings are given. */
  readonly asOf: string
  readonly counts: Partial<Record<Standing, number>>
  readonly directions: readonly DirectionBand[]
  /** How the undertakings stood at the end of each year, and on `asOf`. */
  readonly years: readonly { readonly day: string; readonly counts: Partial<Record<Standing, number>> }[]
  readonly series: readonly SeriesCard[]
  readonly places: readonly PlaceMark[]
}
