import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, localDay, razonesContraFechaAcuerdo, type Actos } from '@conoceles/domain'
import type { Acts, Turno } from '../../bitacora/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Acuerdo } from './acuerdo.entity.ts'
import { blameNumero, toFields, wrong } from './campos.ts'
import type { ActoAcuerdoDto, CorregirAcuerdoDto } from './acuerdos.dto.ts'
import { listCambiadas, readAcuerdoState } from './acuerdos.queries.ts'
import type { AcuerdosService } from './acuerdos.service.ts'
import { movePlazosByAcuerdo } from '../candidaturas/alta.queries.ts'
import { CorreccionAcuerdo } from './correccion-acuerdo.entity.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  acuerdos: AcuerdosService
}

/** `sesion`: the one whose vote is being corrected. */
export type CorregirAcuerdo = Omit<CorregirAcuerdoDto, 'version'> & { id: string; sesion?: string }

interface Correccion {
  antes: Said
  ahora: Said
  body: CorregirAcuerdo
}

type Said = Pick<Acuerdo, 'numero' | 'fecha' | 'organo' | 'asunto' | 'aprobadoEn' | 'documentoId'>

/** Corrects a typing error about an acuerdo: the earlier facts are kept with the reason, and dates that count from its day move along. */
export class CorreccionesAcuerdoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  corregir(quien: Quien, id: string, { version, ...body }: CorregirAcuerdoDto): Promise<ActoAcuerdoDto> {
    const { acuerdos } = this.services
    return this.services.acts.perform(quien, {
      ...this.correccion({ ...body, id }),
      lock: async (tx) => ({ row: await lockRow(tx, Acuerdo, { id }), version: await tx.countBy(CorreccionAcuerdo, { acuerdoId: id }) }),
      familia: 'acuerdo',
      version: { leida: version, actual: (state) => state.version, texto: (tx) => acuerdos.detail(tx, id) },
      change: async (turno) => {
        const { row } = turno.state
        const plan = await this.plan(turno.tx, row, { ...body, id })
        assert(isSame(plan.antes, plan.ahora) ? ['No cambia nada de lo que consta.'] : [])
        return this.correct(turno, { ...plan, body: { ...body, id } })
      },
      answer: async ({ tx, acuse }) => ({ acuerdo: await acuerdos.detail(tx, id), acuse }),
    })
  }

  /**
   * Corrects inside the transaction of another act: a sesión whose vote was told wrongly. An acuerdo that says the same already needs no
   * correction.
   */
  async corregirIn(tx: EntityManager, quien: Quien, body: CorregirAcuerdo): Promise<void> {
    const plan = await this.plan(tx, await lockRow(tx, Acuerdo, { id: body.id }), body)
    if (isSame(plan.antes, plan.ahora)) return
    await this.services.acts.performIn(tx, quien, {
      ...this.correccion(body),
      lock: () => Promise.resolve(plan),
      change: (turno) => this.correct(turno, { ...plan, body }),
      answer: () => undefined,
    })
  }

  private correccion({ id }: CorregirAcuerdo) {
    return { acto: 'acuerdo.corregido' as const, objeto: { tipo: 'acuerdo', id } }
  }

  /** Its consequences refuse it while higher modules rest on the earlier facts. */
  private async correct({ tx, quien, ahora: en, folio }: Turno<unknown>, { antes, ahora, body }: Correccion) {
    const { id, sesion = null, motivo } = body
    const kept = { ...antes, motivo: cleanLine(motivo), folio, corregidoPor: quien.cuentaId }
    await tx.insert(CorreccionAcuerdo, { ...kept, id: randomUUID(), acuerdoId: id, corregidoEn: en })
    await tx.update(Acuerdo, { id }, ahora).catch(blameNumero)
    const { catalogos } = await this.services.procesos.proceso(tx)
    const plazos = antes.fecha === ahora.fecha ? 0 : await movePlazosByAcuerdo(tx, catalogos, id)
    const candidaturas = antes.fecha === ahora.fecha && antes.numero === ahora.numero ? [] : await listCambiadas(tx, id)
    return {
      recibido: { acuerdo: id, ...spoken(ahora), motivo },
      detalle: { de: spoken(antes), a: spoken(ahora), plazos, candidaturas, sesion, folio },
    }
  }

  private async plan(tx: EntityManager, row: Acuerdo, body: CorregirAcuerdo): Promise<{ antes: Said; ahora: Said }> {
    const { zona } = await this.services.procesos.proceso(tx)
    const fields = toFields(body)
    const antes = saidOf(row)
    const ahora: Said = { ...antes, ...fields, numero: cleanLine(body.numero ?? antes.numero) }
    ahora.fecha = ahora.aprobadoEn === null ? (body.fecha ?? antes.fecha) : localDay(ahora.aprobadoEn, zona)
    this.assertDay(body, ahora)
    await this.services.acuerdos.assertFields(tx, fields, null)
    assert(antes.fecha === ahora.fecha ? [] : razonesContraFechaAcuerdo(await readAcuerdoState(tx, { id: row.id, zona }), ahora.fecha))
    return { antes, ahora }
  }

  /** A day alone is enough only while nobody knows the hour: with an hour on record, the hour says the day. */
  private assertDay({ numero, fecha }: CorregirAcuerdo, ahora: Said): void {
    const today = this.deps.clock.today().toString()
    const errors = [
      ...(numero !== undefined && ahora.numero === '' ? [wrong('numero', 'Escriba el número.')] : []),
      ...(fecha !== undefined && fecha !== ahora.fecha ? [wrong('aprobadoEn', 'Diga también la hora de ese día.')] : []),
      ...(ahora.aprobadoEn === null && ahora.fecha > today ? [wrong('fecha', 'Todavía no llega ese día.')] : []),
    ]
    if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
  }
}

function saidOf({ numero, fecha, organo, asunto, aprobadoEn, documentoId }: Acuerdo): Said {
  return { numero, fecha, organo, asunto, aprobadoEn, documentoId }
}

function spoken({ aprobadoEn, documentoId, ...said }: Said): Actos['acuerdo.corregido']['de'] {
  return { ...said, aprobadoEn: aprobadoEn?.toISOString() ?? null, documento: documentoId }
}

function isSame(one: Said, other: Said): boolean {
  return JSON.stringify(spoken(one)) === JSON.stringify(spoken(other))
}

function assert(reasons: string[]): void {
  if (reasons.length > 0) throw new AppError('acuerdo.acto_no_permitido', { detail: reasons.join(' ') })
}
