const HERE = 'http://here.invalid'

/** Where somebody goes after signing in: the path that was asked for where it lies on this server, else the first page. */
export function placeWithin(asked: string | undefined): string {
  if (!asked || asked.length > 2000 || !/^\/[!-~]*$/.test(asked)) return '/'
  if (!URL.canParse(asked, HERE)) return '/'
  const { origin, pathname, search } = new URL(asked, HERE)
  // `/.//elsewhere` comes out as `//elsewhere`, which a browser takes for another host
  if (origin !== HERE || /^\/[/\\]/.test(pathname) || pathname.startsWith('/sign-')) return '/'
  return pathname + search
}
