import { randomUUID } from 'node:crypto'
import { givenDocumento } from './registro/cambios.ts'
import { must, sql } from './registro/candidaturas.ts'
import type { Equipo } from './actos/captura.ts'

export interface VotoDado {
  acta?: boolean
  resultado?: string
  /** ISO 8601; now where it is not said. */
  en?: string
  /** Clave of the draft that the point names. */
  materia?: string | null
  entregable?: string | null
  acuerdo?: { id: string; numero: string } | null
}

/** A sesión in which an organ voted for something, as the module of sesiones keeps it. */
export async function givenVoto(equipo: Equipo, organo: string, dado: VotoDado = {}): Promise<{ sesion: string; puntoId: string }> {
  const { test } = equipo
  const { acta = true, resultado = 'aprobado', en = test.deps.clock.now().toString() } = dado
  const { materia = null, entregable = null, acuerdo = null } = dado
  const [sesion, puntoId] = [randomUUID(), randomUUID()]
  const [row] = await sql<{ numero: number }>(test, 'select count(*)::int + 1 as numero from captura.sesion')
  const punto = { id: puntoId, titulo: 'Aviso de privacidad', seVota: true, entregable, materia, documentos: [] }
  const actaId = acta ? await givenDocumento(equipo) : null
  await sql(
    test,
    `insert into captura.sesion (id, proceso_id, organo, tipo, numero, anio, fecha, modalidad, estatus, version, puntos, historia, acta_id, acta_fecha)
     values ($1, $2, $3, 'ordinaria', $4, 2030, $5, 'presencial', 'celebrada', 1, $6, '[]', $7, $8)`,
    [sesion, test.loaded.procesoId, organo, must(row).numero, en.slice(0, 10), JSON.stringify([punto]), actaId, acta ? en.slice(0, 10) : null], // prettier-ignore
  )
  const votado = { puntoId, resultado, votadoEn: en, votos: [], cuenta: null, calidad: false, acuerdo, cumplio: [] }
  await sql(
    test,
    `insert into captura.celebracion (id, sesion_id, numero, inicio, fin, asistencia, puntos, folio, registrada_en)
     values (gen_random_uuid(), $1, 1, $2, $2, '[]', $3, 'F', now())`,
    [sesion, en, JSON.stringify([votado])],
  )
  return { sesion, puntoId }
}
