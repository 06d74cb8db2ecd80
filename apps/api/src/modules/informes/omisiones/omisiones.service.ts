import type { EntityManager } from 'typeorm'
import { endOfDay, type ClaseOmision } from '@conoceles/domain'
import type { CuestionariosVigentes } from '../../captura/index.ts'
import { emisorOf } from '../../intercambio/exportaciones/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { ListaOmisiones } from './documento.ts'
import { readOmisiones, type Omision } from './omisiones-leidas.ts'
import type { ListOmisionesDto, OmisionDto } from './omisiones.dto.ts'
import { extemporaneaOf, reglaOf } from './omision-en-palabras.ts'

interface Services {
  procesos: ProcesosService
  vigentes: CuestionariosVigentes
}

const PAGE = 50

/** Candidaturas without captura at the end of their term, as it stood then. */
export class OmisionesService {
  constructor(
    private readonly clock: Clock,
    private readonly services: Services,
  ) {}

  async list(
    tx: EntityManager,
    { actor, clase, desde }: { actor: string | null; clase: ClaseOmision | null; desde: number },
  ): Promise<ListOmisionesDto> {
    const { corte, universo, omisiones, emisor } = await this.read(tx, actor)
    const found = omisiones.filter((omision) => clase === null || omision.clase === clase)
    const page = found.slice(desde, desde + PAGE)
    return {
      corte,
      universo,
      actores: countByActor(omisiones),
      elementos: page.map((omision) => toDto(omision, emisor.zona)),
      total: found.length,
      siguiente: desde + page.length < found.length ? String(desde + page.length) : null,
    }
  }

  /** All of one actor político, or of all of them, read at one moment. */
  async read(tx: EntityManager, clave: string | null): Promise<ListaOmisiones & { actorId: string | null; procesoId: string }> {
    const { procesos, vigentes } = this.services
    const proceso = await procesos.proceso(tx)
    const actor = clave === null ? null : ((await procesos.actores(tx)).find((each) => each.clave === clave) ?? null)
    if (clave !== null && actor === null) throw new AppError('ruta.no_existe')
    const asked = { procesoId: proceso.id, zona: proceso.zona, hoy: this.clock.today().toString(), actorId: actor?.id ?? null }
    const todas = await vigentes.todas(tx)
    const rigen = (cargo: string, dia: string) =>
      vigentes.rigenDe(todas, cargo, dia).map((row) => ({ row, compiled: vigentes.compile(row) }))
    const read = await readOmisiones(tx, { ...asked, rigen })
    const corte = this.clock.now().toString({ fractionalSecondDigits: 3 })
    return { ...read, corte, emisor: emisorOf(proceso), actor, actorId: asked.actorId, procesoId: proceso.id }
  }
}

function countByActor(omisiones: readonly Omision[]): ListOmisionesDto['actores'] {
  const counts = new Map<string, ListOmisionesDto['actores'][number]>()
  for (const { candidatura } of omisiones) {
    const known = counts.get(candidatura.actorClave) ?? { clave: candidatura.actorClave, nombre: candidatura.actorNombre, cuantas: 0 }
    counts.set(known.clave, { ...known, cuantas: known.cuantas + 1 })
  }
  return [...counts.values()]
}

function toDto(omision: Omision, zona: string): OmisionDto {
  const { id, nombre, cargoNombre, lugar, folio, calidad, actorClave, actorNombre, vence, cuentaEntregada, entrega } = omision.candidatura
  const late = extemporaneaOf(omision)
  return {
    ...{ id, nombre, cargoNombre, lugar, folio, calidad, actorPolitico: { clave: actorClave, nombre: actorNombre } },
    clase: omision.clase,
    venceEn: endOfDay(vence, zona).toString(),
    regla: reglaOf(omision),
    cuentaEntregada,
    entrega: entrega && { ...entrega, entregadaEn: utc(entrega.entregadaEn) },
    extemporaneaEn: late === null ? null : utc(late),
    secciones: omision.secciones.map(({ clave: _clave, ...seccion }) => ({
      ...seccion,
      guardadaEn: seccion.guardadaEn && utc(seccion.guardadaEn),
      extemporaneaEn: seccion.extemporaneaEn && utc(seccion.extemporaneaEn),
    })),
  }
}

function utc(instant: string): string {
  return new Date(instant).toISOString()
}
