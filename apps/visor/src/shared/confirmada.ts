/** Whether somebody confirmed a datum. The source of any other tells what we still look for, so citizens do not read it. */
export function isConfirmed(confianza: string | null): boolean {
  return confianza === 'alta' || confianza === 'media'
}
