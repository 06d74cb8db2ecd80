import type { EntityManager } from 'typeorm'
import { faltantesDe, seccionesDe, type Respuestas } from '@conoceles/cuestionarios'
import { esDeActorPolitico, pideMotivoDeLectura, plazoCaptura, puede, razonesContra, type MotivoLectura } from '@conoceles/domain'
import { demandAbiertos, together, type Quien } from '../../shared/act.ts'
import { toIso } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { ActoServices } from './acto.service.ts'
import type { AjenasService } from './ajenas.service.ts'
import type { CapturaDto, SeccionCapturaDto } from './captura.dto.ts'
import { findFotografia, findLeida, type Leida } from './captura.queries.ts'
import { pick, razonesDeConsentimiento, rowOf, situacionDe, type Lugar } from './expediente.ts'
import { EMPTY } from './identidad.service.ts'
import type { LecturaIdentidadDto } from './lecturas.dto.ts'
import { cerradasPara, type LecturasService, type Motivo } from './lecturas.service.ts'
import { NOTHING_SAID, readHistoria } from './revision-historia.queries.ts'
import { revisionDe, type ViewContext as RevisionContext } from './revision-view.ts'
import type { Seccion } from './seccion.entity.ts'
import type { Vigente } from './vigentes.ts'

interface ViewContext extends RevisionContext {
  /** Why a reviewer reads identity answers; null: she has not said so, and sees none. */
  motivo: Motivo | null
}

/** The captura of one candidatura as the console shows it. */
export class CapturaViewService {
  constructor(private readonly services: ActoServices & { ajenas: AjenasService; lecturas: LecturasService }) {}

  async read(tx: EntityManager, quien: Quien, id: string): Promise<CapturaDto> {
    const motivo = pideMotivoDeLectura(quien.rol) ? await this.services.lecturas.deHoy(tx, id) : null
    return this.readFor(tx, quien, { id, motivo })
  }

  /** The same with the identity answers, for whoever says why. */
  async abrir(
    tx: EntityManager,
    quien: Quien,
    { id, motivo, explicacion = null }: { id: string; motivo: MotivoLectura; explicacion?: string | null },
  ): Promise<CapturaDto> {
    return this.readFor(tx, quien, { id, motivo: this.services.lecturas.motivoOf({ motivo, explicacion }) })
  }

  private async context(tx: EntityManager, leida: Leida, { quien, motivo }: Pick<ViewContext, 'quien' | 'motivo'>): Promise<ViewContext> {
    const { captura } = leida
    return {
      quien,
      expediente: await this.services.expedientes.open(tx, leida),
      historia: captura.conHistoria ? await readHistoria(tx, captura.id) : NOTHING_SAID,
      // To whoever did not say why she reads, there is no data key.
      boveda: captura.conIdentidad ? await this.services.identidad.open(tx, captura.id) : EMPTY,
      motivo,
    }
  }

  private async readFor(tx: EntityManager, quien: Quien, { id, motivo }: { id: string; motivo: Motivo | null }): Promise<CapturaDto> {
    if (motivo) await this.services.lecturas.declarar(tx)
    const [, leida] = await together([demandAbiertos(tx), findLeida(tx, id, 'read')])
    if (!leida) throw new AppError('ruta.no_existe')
    const { captura } = leida
    const context = await this.context(tx, leida, { quien, motivo })
    const { expediente } = context
    const secciones = []
    for (const vigente of expediente.vigentes) secciones.push(...(await this.readCuestionario(tx, vigente, context)))
    return {
      candidaturaId: id,
      version: captura.version,
      cuestionarios: expediente.vigentes.map(({ row }) => ({ tipo: row.tipo, version: row.version })),
      secciones,
      lecturaIdentidad: await this.recordReading(tx, context, secciones),
      ajenas: quien.rol === 'candidata' ? await this.services.ajenas.list(tx, id) : [],
      fotografia: captura.conFotografia ? await findFotografia(tx, id) : null,
      consentimiento: expediente.consentimiento && { ...expediente.consentimiento, porRenovar: expediente.porRenovar },
      ...plazoCaptura(captura.capturaVence, expediente.state),
    }
  }

  /** Whoever is not the persona and reads identity answers leaves a trace: who, when, of whom, why. */
  private recordReading(tx: EntityManager, context: ViewContext, secciones: SeccionCapturaDto[]): Promise<LecturaIdentidadDto> {
    const { quien, expediente, motivo } = context
    const leidas = secciones.some(
      ({ cuestionario, respuestas, verificadas }) =>
        cuestionario === 'identidad' && Object.keys({ ...respuestas, ...verificadas }).length > 0,
    )
    return this.services.lecturas.anotar(tx, quien, { candidaturaId: expediente.captura.id, motivo, leidas })
  }

  private async readCuestionario(tx: EntityManager, vigente: Vigente, context: ViewContext): Promise<SeccionCapturaDto[]> {
    const { tipo } = vigente.row
    const reservado = tipo === 'identidad' && cerradasPara(context)
    const todas = await this.answers(tx, vigente, context)
    const verificadas = tipo === 'identidad' ? await this.identidad(tx, vigente, { context, como: 'verificada' }) : null
    const own = context.quien.rol === 'candidata'
    const propias = own && tipo === 'identidad' ? await this.identidad(tx, vigente, { context, como: 'propia' }) : null
    return seccionesDe(vigente.compiled).map(({ clave, titulo, campos }) => {
      const lugar: Lugar = { cuestionario: tipo, seccion: clave }
      const row = rowOf(context.expediente, lugar)
      const respuestas = pick(todas, campos)
      const razones = reasonsAgainst(context, lugar)
      return {
        cuestionario: tipo,
        clave,
        titulo,
        respuestas,
        ...stateOf(row),
        verificadas: row?.verificadaEn && !reservado ? pick(verificadas ?? row.verificadas ?? {}, campos) : null,
        propias: own ? propiasOf(row, { campos, propias }) : null,
        // What nobody opened says nothing of what it lacks.
        faltantes: reservado ? [] : faltantesDe(vigente.compiled, clave, respuestas, todas),
        ...revisionDe(context, lugar),
        editable: razones.length === 0,
        razones,
      }
    })
  }

  /** The institute reads what was validated: what is being written since is the actor político's own. */
  private async answers(tx: EntityManager, vigente: Vigente, context: ViewContext): Promise<Respuestas> {
    const { quien, expediente } = context
    const own = esDeActorPolitico(quien.rol)
    if (vigente.row.tipo === 'identidad') return this.identidad(tx, vigente, { context, como: own ? 'cifrada' : 'validada' })
    const rows = expediente.secciones.filter(({ cuestionarioId }) => cuestionarioId === vigente.row.id)
    return Object.assign({}, ...rows.map(({ respuestas, validadas }) => (own ? respuestas : validadas) ?? {})) as Respuestas
  }

  private async identidad(
    tx: EntityManager,
    vigente: Vigente,
    { context, como }: { context: ViewContext; como: 'cifrada' | 'propia' | 'validada' | 'verificada' },
  ): Promise<Respuestas> {
    const pasos = await this.services.vigentes.pasosHasta(tx, vigente)
    return context.boveda({ como, pasos })
  }
}

function reasonsAgainst({ quien, expediente }: ViewContext, lugar: Lugar): string[] {
  return [
    ...(puede(quien.rol, 'captura.capturar') ? [] : ['Su cuenta no captura.']),
    ...razonesContra('capturar', situacionDe(expediente, { cuenta: quien.cuentaId, lugar })),
    ...(lugar.cuestionario === 'identidad' ? razonesDeConsentimiento(expediente) : []),
  ]
}

/** What the persona had written before others changed it. */
function propiasOf(
  row: Seccion | undefined,
  { campos, propias }: { campos: readonly string[]; propias: Respuestas | null },
): SeccionCapturaDto['propias'] {
  return row?.propiasEn ? { respuestas: pick(propias ?? row.propias ?? {}, campos), guardadaEn: toIso(row.propiasEn) } : null
}

function stateOf(row: Seccion | undefined): Pick<SeccionCapturaDto, 'estatus' | 'version' | 'guardadaEn' | 'extemporanea'> {
  if (!row) return { estatus: 'vacia', version: 0, guardadaEn: null, extemporanea: false }
  return { estatus: row.estatus, version: row.version, guardadaEn: toIso(row.guardadaEn), extemporanea: row.extemporanea }
}
