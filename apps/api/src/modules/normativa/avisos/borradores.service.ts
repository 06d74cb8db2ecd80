import type { EntityManager } from 'typeorm'
import { ACTOS_AVISO, razonesContraActoAviso, VIDA_AVISO } from '@conoceles/domain'
import { AvisoPrivacidad, type AvisosPrivacidadService } from '../../captura/avisos/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { Borradores, type Alrededor, type BorradoresServices, type Clase, type Pedido } from '../borradores/index.ts'
import { BorradorAviso } from './borrador-aviso.entity.ts'
import {
  leerAviso,
  toBorradorAviso,
  toBorradorAvisoCompleto,
  toVersionAviso,
  toVersionAvisoCompleta,
  type AvisoLeido,
} from './borrador-leido.ts'
import type {
  ActoAvisoDto,
  BorradorAvisoCompletoDto,
  CrearAvisoDto,
  GuardarAvisoDto,
  ListAvisosDto,
  VersionAvisoCompletaDto,
} from './avisos.dto.ts'
import { listVotos } from './votos.ts'

export interface AvisosServices extends BorradoresServices {
  avisos: AvisosPrivacidadService
}

/** Versions of the aviso de privacidad and their drafts. */
export class BorradoresAvisoService {
  readonly borradores: Borradores<BorradorAviso, AvisoLeido, BorradorAvisoCompletoDto, object>

  constructor(
    private readonly deps: Deps,
    private readonly services: AvisosServices,
  ) {
    this.borradores = new Borradores(services, this.clase())
  }

  async list(tx: EntityManager): Promise<ListAvisosDto> {
    const all = await this.versiones(tx)
    const rige = await this.services.avisos.findVigente(tx)
    const borradores = await this.borradores.filas(tx)
    return {
      versiones: all.map((row, at) => toVersionAviso(row, { rige: row.id === rige?.id, anterior: all[at + 1] ?? null })),
      borradores: borradores.map((row) => toBorradorAviso(row, all.find(({ id }) => id === row.avisoId)?.version ?? null)),
    }
  }

  async version(tx: EntityManager, id: string): Promise<VersionAvisoCompletaDto> {
    const all = await this.versiones(tx)
    const at = all.findIndex((row) => row.id === id)
    const row = all[at]
    if (!row) throw new AppError('ruta.no_existe')
    const rige = await this.services.avisos.findVigente(tx)
    return toVersionAvisoCompleta(row, { rige: rige?.id === id, anterior: all[at + 1] ?? null })
  }

  crear(quien: Quien, { desdeId }: CrearAvisoDto, clave: string | null): Promise<ActoAvisoDto> {
    return this.borradores.crear(quien, {
      acto: 'aviso.creado',
      clave,
      contenido: { desdeId },
      fila: async (tx, comun) => {
        const desde = desdeId === null ? null : await tx.findOneBy(AvisoPrivacidad, { id: desdeId })
        if (desdeId !== null && !desde) throw invalid('desdeId', 'No es una versión de este proceso.')
        const written = escritoDe(desde)
        const fila = { ...comun, ...written, vigenteDesde: null, enviadoEn: null, comision: null, comite: null, avisoId: null }
        return { fila, detalle: { desde: desdeId } }
      },
    })
  }

  guardar(quien: Quien, pedido: Pedido<GuardarAvisoDto>): Promise<ActoAvisoDto> {
    const { integral, simplificado, finalidades, vigenteDesde } = pedido.body
    const claves = finalidades.map(({ clave }) => clave)
    if (new Set(claves).size < claves.length) throw invalid('finalidades', 'Dos finalidades tienen la misma clave.')
    const changes = { integral, simplificado, finalidades, vigenteDesde }
    return this.borradores.guardar(quien, { acto: 'guardar', ...pedido }, () => changes)
  }

  private clase(): Clase<BorradorAviso, AvisoLeido, BorradorAvisoCompletoDto, object> {
    return {
      entidad: BorradorAviso,
      objeto: 'aviso_borrador',
      materia: 'aviso',
      familia: 'aviso',
      actos: ACTOS_AVISO,
      vida: VIDA_AVISO,
      registro: REGISTRO,
      leer: (tx, _quien, borrador) => this.leer(tx, borrador),
      razones: ({ state }, acto) => razonesContraActoAviso(state, acto),
      completo: (tx, leido, mas) => this.completo(tx, leido, mas),
      sinMas: {},
    }
  }

  private async leer(tx: EntityManager, borrador: BorradorAviso): Promise<AvisoLeido> {
    const { catalogos } = await this.services.procesos.confirmado(tx)
    const [base = null] = await this.versiones(tx)
    return leerAviso(borrador, { reglas: catalogos.aviso, base, hoy: this.deps.clock.today().toString() })
  }

  /** Newest first. */
  private versiones(tx: EntityManager): Promise<AvisoPrivacidad[]> {
    return tx.find(AvisoPrivacidad, { order: { version: 'DESC' } })
  }

  private async completo(tx: EntityManager, leido: AvisoLeido, mas: Alrededor): Promise<BorradorAvisoCompletoDto> {
    const { borrador } = leido
    const all = await this.versiones(tx)
    const rige = await this.services.avisos.findVigente(tx)
    const [base] = all
    return toBorradorAvisoCompleto(leido, {
      publicada: all.find(({ id }) => id === borrador.avisoId)?.version ?? null,
      base: base ? toVersionAviso(base, { rige: base.id === rige?.id, anterior: all[1] ?? null }) : null,
      votos: await listVotos(tx, borrador, await this.services.procesos.proceso(tx)),
      ...mas,
    })
  }
}

const REGISTRO = {
  guardar: 'aviso.guardado',
  enviar: 'aviso.enviado',
  aprobar_comision: 'aviso.aprobado_comision',
  aprobar_comite: 'aviso.aprobado_comite',
  publicar: 'aviso.publicado',
  devolver: 'aviso.devuelto',
  descartar: 'aviso.descartado',
} as const

/** As a version was written, to write the next one from it. */
function escritoDe(desde: AvisoPrivacidad | null): Pick<BorradorAviso, 'integral' | 'simplificado' | 'finalidades'> {
  if (!desde) return { ...EN_BLANCO, finalidades: [] }
  const { integral, simplificado } = desde.plantilla ?? desde
  return { integral, simplificado, finalidades: desde.finalidades ?? [] }
}

const EN_BLANCO = { integral: '# Aviso de privacidad integral\n', simplificado: '# Aviso de privacidad simplificado\n' }
