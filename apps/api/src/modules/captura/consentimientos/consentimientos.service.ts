import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  consentimientoQueRige,
  eleccionesRevocables,
  razonesContraConsentir,
  razonesContraElegir,
  razonesContraRevisar,
  razonesContraSupuestoDeFormato,
  type Elecciones,
  type Entrega,
  type Rol,
} from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import { Candidatura } from '../../registro/index.ts'
import { act, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Consentimiento } from './consentimiento.entity.ts'
import type { ConsentimientoDto, ConsentimientoOtorgadoDto, ConsentimientosDto } from './consentimientos.dto.ts'
import { demandConsentimientos } from './consentimientos.queries.ts'
import { dichoDe, lockDecisiones, RegistroConsentimientos, type ConsentimientosServices } from './registro.ts'
import { RevocacionesService } from './revocaciones.service.ts'
import { readVersionesAviso, toDto } from './vista.ts'

export interface Otorgar extends Elecciones {
  candidaturaId: string
  avisoId: string
  /** Signed form and its day, when it is not the persona herself who decides. */
  formato: { contenido: Buffer; firmadoEl: string } | null
}

export interface Revisar {
  candidaturaId: string
  aceptado: boolean
  supuesto: string | null
  razon: string | null
}

/** Consents of a persona, with their version of the aviso and their evidence. */
export class ConsentimientosService {
  readonly revocaciones: RevocacionesService
  private readonly registro: RegistroConsentimientos

  constructor(
    private readonly deps: Deps,
    private readonly services: ConsentimientosServices,
  ) {
    this.registro = new RegistroConsentimientos(deps, services)
    this.revocaciones = new RevocacionesService(deps, { acts: services.acts, registro: this.registro })
  }

  async read(tx: EntityManager, { rol }: Pick<Quien, 'rol'>, candidaturaId: string): Promise<ConsentimientosDto> {
    if (!(await tx.existsBy(Candidatura, { id: candidaturaId }))) throw new AppError('ruta.no_existe')
    const rows = await demandConsentimientos(tx, candidaturaId)
    const versiones = await readVersionesAviso(tx)
    const { supuestos } = (await this.services.procesos.proceso(tx)).catalogos
    const view = (row: Consentimiento) => withoutMotivo(toDto(row, { version: versiones.get(row.avisoId) ?? 0, supuestos }), rol)
    const actual = consentimientoQueRige(rows)
    const porRenovar = await this.services.avisos.porRenovar(tx, actual)
    return { actual: actual && view(actual), porRenovar, historial: rows.map(view), revocables: eleccionesRevocables(rows) }
  }

  /** A new choice, or its withdrawal: each is a new row, the ones before stay. */
  otorgar(quien: Quien, otorgar: Otorgar): Promise<ConsentimientoOtorgadoDto> {
    const { tratamiento, publicacion, estadistica, formato } = otorgar
    const incoherent = razonesContraElegir(otorgar)
    if (incoherent.length > 0) throw new AppError('consentimiento.sin_tratamiento', { detail: incoherent.join(' ') })
    return this.services.acts.perform(quien, {
      ...this.registro.acta('consentimiento.otorgado', otorgar.candidaturaId),
      lock: (tx) => lockDecisiones(tx, otorgar.candidaturaId),
      change: async (turno) => {
        const entrega = this.entregaOf(quien, otorgar)
        const reasons = razonesContraConsentir(entrega, turno.state.anteriores)
        if (reasons.length > 0) throw new AppError('consentimiento.mecanismo', { detail: reasons.join(' ') })
        const aviso = await this.services.avisos.vigente(turno.tx)
        if (aviso.id !== otorgar.avisoId)
          throw new AppError('consentimiento.aviso_no_vigente', { actual: { avisoId: aviso.id, version: aviso.version } })
        return this.registro.add(turno, {
          decidido: {
            avisoId: aviso.id,
            avisoSha256: aviso.sha256,
            tratamiento,
            publicacion,
            estadistica,
            mecanismo: entrega.mecanismo,
            revision: entrega.mecanismo === 'cuenta_propia' ? 'no_requiere' : 'pendiente',
            firmadoEl: formato?.firmadoEl ?? null,
            recibidaEl: null,
            motivo: null,
          },
          documento: formato && { campo: 'formato', contenido: formato.contenido },
        })
      },
    })
  }

  /** The institute looks at the signature; from here a form counts, or another one is needed. */
  revisar(quien: Quien, { candidaturaId, aceptado, ...asked }: Revisar): Promise<Acuse> {
    const razon = cleanLine(asked.razon ?? '')
    if (!aceptado && !razon) throw new AppError('entrada.invalida', { errors: [{ field: 'razon', reasons: ['Diga por qué se rechaza.'] }] })
    const supuesto = aceptado ? null : asked.supuesto
    const revision = aceptado ? 'aceptada' : 'rechazada'
    return this.services.acts.perform(quien, {
      acto: 'consentimiento.revisado',
      objeto: { tipo: 'candidatura', id: candidaturaId },
      lock: async (tx) => {
        const row = consentimientoQueRige((await lockDecisiones(tx, candidaturaId)).anteriores)
        if (!row) throw new AppError('ruta.no_existe')
        if (!aceptado) await this.assertSupuesto(tx, supuesto)
        return row
      },
      familia: 'candidatura',
      reasons: razonesContraRevisar,
      change: async ({ tx, state: row, ahora, folio }) => {
        const reviewed = { revision, revisionRazon: aceptado ? null : razon, revisionSupuesto: supuesto, revisadaEn: ahora } as const
        await tx.update(Consentimiento, { id: row.id }, reviewed)
        return {
          recibido: { candidatura: row.candidaturaId, consentimiento: row.id, revision, ...(aceptado ? {} : { supuesto }) },
          detalle: { ...dichoDe({ ...row, revision }), ...(aceptado ? {} : { supuesto }), folio },
        }
      },
      answer: ({ acuse }) => acuse,
    })
  }

  /** Last signed form, or the one of another consent of the same candidatura. */
  leerFormato(quien: Quien, candidaturaId: string, consentimiento: string | null): Promise<{ medio: string; contenido: Buffer }> {
    return act(this.deps.databases, quien, async (tx) => {
      const row = (await demandConsentimientos(tx, candidaturaId)).find(
        ({ id, mecanismo }) => mecanismo === 'formato_firmado' && (consentimiento === null || id === consentimiento),
      )
      if (!row?.formatoId) throw new AppError('ruta.no_existe')
      const formato = await this.registro.open(tx, candidaturaId, row.formatoId)
      await this.registro.recordLectura(tx, quien, { acto: 'consentimiento.formato_leido', row })
      return formato
    })
  }

  /** The list is closed; one from before there was a catalogue has none for a form. */
  private async assertSupuesto(tx: EntityManager, supuesto: string | null): Promise<void> {
    const { supuestos } = (await this.services.procesos.proceso(tx)).catalogos
    const reasons = razonesContraSupuestoDeFormato(supuestos, supuesto)
    if (reasons.length > 0) throw new AppError('entrada.invalida', { errors: [{ field: 'supuesto', reasons }] })
  }

  private entregaOf(quien: Quien, { formato }: Pick<Otorgar, 'formato'>): Entrega {
    const mecanismo = mecanismoOf(quien, { conFormato: formato !== null })
    if (mecanismo === 'cuenta_propia' || !formato) return { mecanismo: 'cuenta_propia' }
    return { mecanismo, firmadoEl: formato.firmadoEl, hoy: this.deps.clock.today().toString() }
  }
}

/** The persona decides with her account; an account that captures for her hands in her signed form. There is no third way to authorise. */
export function mecanismoOf({ rol }: Pick<Quien, 'rol'>, { conFormato }: { conFormato: boolean }): Entrega['mecanismo'] {
  if ((rol === 'candidata') === conFormato) throw new AppError('consentimiento.mecanismo')
  return rol === 'candidata' ? 'cuenta_propia' : 'formato_firmado'
}

/** Hides her letter to the Unidad de Transparencia from all others. */
function withoutMotivo(dto: ConsentimientoDto, rol: Rol): ConsentimientoDto {
  return rol === 'candidata' || rol === 'transparencia' ? dto : { ...dto, motivo: null }
}
