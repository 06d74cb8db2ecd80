/**
 * Opens an address of the same site by asking the server for it, as if it had been typed: for a person who navigates with files of a build that the server
 * does not have any more. False where the server does not answer: leaving the page would lose it.
 */
export async function openAnew(href: string): Promise<boolean> {
  const answered = await fetch(href, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => status < 500,
    () => false,
  )
  if (answered) location.assign(href)
  return answered
}
