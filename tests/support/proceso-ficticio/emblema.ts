import type { EmblemaPack, ProcesoPack } from '@conoceles/domain'
import { packFicticio } from './pack.ts'

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><script>alert(1)</script><path d="M30 4l12 32H18z" fill="#333"/></svg>'

/** A drawing of the tests, with parts that no page may show. */
const FARO: EmblemaPack = {
  ...{ medio: 'image/svg+xml', contenido: Buffer.from(DRAWING).toString('base64'), fecha: '2030-01-15', licencia: null },
  ...{ fuente: 'Inventado para las pruebas', confianza: 'alta' },
}

/** The fictitious proceso of an institute that gave the emblems of these. */
export function packConEmblemas(claves: readonly string[]): ProcesoPack {
  const actores = packFicticio.actores.map((actor) => (claves.includes(actor.clave) ? { ...actor, emblema: FARO } : actor))
  return { ...packFicticio, actores }
}
