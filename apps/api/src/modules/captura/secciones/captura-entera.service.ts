import type { EntityManager } from 'typeorm'
import { seccionesDe } from '@conoceles/cuestionarios'
import { actoCaptura, puede, razonesContra, razonesContraVerificarVarias, type NombreActo } from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import type { AccionDto, Secciones } from '../../registro/index.ts'
import { datosBloqueados, together, type Quien } from '../../../shared/act.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CapturaActs, CapturaActsServices } from './captura-acts.ts'
import { closeObservaciones, findLeida, markValidadas, markVerificadas, unmarkValidadas } from './captura.queries.ts'
import { requiredOf } from './completeness.ts'
import { situacionDe, type Expediente } from '../identidad/expediente.ts'
import { findAbiertas } from '../revision/apertura.queries.ts'
import { TIPOS, type Vigente } from '../vigentes/vigentes.ts'

/** A candidatura, in the version that was read. */
export interface CandidaturaVersion {
  id: string
  version: number
}

/** Acts on the whole of a captura: validar (actor político) and verificar (institute); and the list of acts that are open now. */
export class CapturaEnteraService {
  constructor(
    private readonly acto: CapturaActs,
    private readonly services: CapturaActsServices,
  ) {}

  /** The actor político answers for the whole: both cuestionarios go to the institute. `envio`: Idempotency-Key. */
  validar(quien: Quien, { id, version }: CandidaturaVersion, envio: string | null = null): Promise<Acuse> {
    const pedido = { id, version, envio, acto: 'validar', registro: 'candidatura.validada' } as const
    return this.acto.perform(quien, pedido, async (tx, { expediente, now }) => {
      assertNone(await this.services.expedientes.razonesContraValidar(tx, expediente, quien.cuentaId))
      await together([markValidadas(tx, id, now), this.services.identidad.markValidadas(tx, id)])
      return { columns: { validadaEn: now } }
    })
  }

  /** The actor político takes back a sending that nobody began to review: it is as if it had not been sent. Its acuse stays, and this act has its own. */
  recuperar(quien: Quien, { id, version }: CandidaturaVersion): Promise<Acuse> {
    const pedido = { id, version, acto: 'recuperar', registro: 'candidatura.recuperada' } as const
    return this.acto.perform(quien, pedido, async (tx, { expediente }) => {
      await together([unmarkValidadas(tx, id), this.services.identidad.unmarkValidadas(tx, id)])
      const asked = requiredOf(expediente).map(({ row }) => row.id)
      return { capturado: (row) => (asked.includes(row.cuestionarioId) ? 'completa' : 'vacia'), columns: { validadaEn: null } }
    })
  }

  /** The institute confirms the validated captura, and closes with it the attended observaciones of other reviewers. */
  verificar(quien: Quien, { id, version }: CandidaturaVersion): Promise<Acuse> {
    return this.confirmar(quien, { id, version })
  }

  /** The same together with others: only what this reviewer opened since, and without observaciones. */
  verificarAbierta(quien: Quien, { id, version }: CandidaturaVersion, envio: string | null): Promise<Acuse> {
    return this.confirmar(quien, { id, version, envio }, async (tx, expediente) => {
      const abierta = (await findAbiertas(tx, quien.cuentaId, [id])).has(id)
      return razonesContraVerificarVarias(situacionDe(expediente, { cuenta: quien.cuentaId }), { abierta })
    })
  }

  private confirmar(
    quien: Quien,
    asked: CandidaturaVersion & { envio?: string | null },
    razonesDe: (tx: EntityManager, expediente: Expediente) => Promise<string[]> = () => Promise.resolve([]),
  ): Promise<Acuse> {
    const { id } = asked
    const pedido = { ...asked, acto: 'verificar', registro: 'candidatura.verificada' } as const
    return this.acto.perform(quien, pedido, async (tx, { expediente, now }) => {
      assertNone(await razonesDe(tx, expediente))
      await markVerificadas(tx, id, now)
      await this.services.identidad.markVerificadas(tx, id)
      await closeObservaciones(tx, id, { por: quien.cuentaId, now })
      return { columns: { verificadaEn: now } }
    })
  }

  /** Acts that the acting account may do now, and reasons against the others: the same rules that the acts obey. */
  async acciones(tx: EntityManager, quien: Quien, id: string): Promise<AccionDto[]> {
    const leida = await findLeida(tx, id, 'read')
    if (!leida || (await datosBloqueados(tx))) return []
    const situacion = situacionDe(await this.services.expedientes.open(tx, leida), { cuenta: quien.cuentaId })
    const offered = OFFERED.filter((acto) => acto !== 'recuperar' || leida.captura.estatusCaptura === 'validada')
    return offered
      .filter((acto) => puede(quien.rol, actoCaptura(acto).permiso))
      .map((acto) => {
        const razones = razonesContra(acto, situacion)
        return { acto, permitido: razones.length === 0, razones }
      })
  }

  /** Sections of the newest version of each kind. */
  async countSecciones(tx: EntityManager): Promise<Secciones> {
    const vigentes = await this.services.vigentes.list(tx)
    const newest = TIPOS.flatMap((tipo) => vigentes.find(({ row }) => row.tipo === tipo) ?? [])
    const count = (which: readonly Vigente[]) => which.reduce((sum, { compiled }) => sum + seccionesDe(compiled).length, 0)
    return { todas: count(newest), siempre: count(newest.filter(({ row }) => row.tipo !== 'identidad')) }
  }
}

/** Acts that begin on the page of a candidatura; the rest begin at a section. */
const OFFERED: readonly NombreActo[] = ['capturar', 'validar', 'recuperar', 'solicitar_correccion', 'observar', 'verificar']

function assertNone(razones: readonly string[]): void {
  if (razones.length > 0) throw new AppError('candidatura.acto_no_permitido', { detail: razones.join(' ') })
}
