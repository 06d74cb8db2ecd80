/** «los actos 24 a 27» */
export function tramo(desde: number, hasta: number): string {
  return desde === hasta ? `el acto ${desde}` : `los actos ${desde} a ${hasta}`
}
