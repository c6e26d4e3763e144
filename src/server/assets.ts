import { bundled } from './bundled.ts'

/** A file that pages ask for. */
export interface Asset {
  readonly path: string
  readonly type: string
  readonly body: string
}

const icon: Asset = {
  path: '/assets/icon.svg',
  type: 'image/svg+xml',
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1c1b19"/><circle cx="8" cy="8" r="4.4" fill="none" stroke="#fbfaf7" stroke-width="1.5"/><path d="M8 3.6a4.4 4.4 0 0 1 0 8.8z" fill="#fbfaf7"/></svg>',
}

/** Every asset by its path; all but the icon carry a hash in their name and never change under it. */
export const assets: ReadonlyMap<string, Asset> = new Map([icon, ...bundled].map((asset) => [asset.path, asset]))

/** The address of an asset by its name: `style`, `keys`. */
export function assetPath(name: (typeof bundled)[number]['name']): string {
  return bundled.find((asset) => asset.name === name)?.path ?? ''
}
