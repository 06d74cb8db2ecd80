import { CONFIANZAS } from '@conoceles/domain'
import { FiltroCandidaturasQueryDto, ORDENES, type Orden } from '../../registro/index.ts'
import { Fecha, Lista, Logico, Opcion, Texto, Textos, Uuid } from '../../../shared/validacion/fields.ts'
import { FORMATOS_LISTADO, type FormatoListado } from './listados/listados.service.ts'

export class ColumnaListadoDto {
  @Texto({ descripcion: 'Clave del dato.', ejemplo: 'actor_politico' }) clave: string
  @Texto({ descripcion: 'Encabezado.', ejemplo: 'Actor político' }) titulo: string
}

export class ListadoDto {
  @Texto({ descripcion: 'Actividad del programa de trabajo.', ejemplo: '11.7' }) clave: string
  @Texto({ descripcion: 'Título del documento.' }) titulo: string
  @Textos({ descripcion: 'Claves de los cargos que contiene.' }) cargos: string[]
  @Lista(() => ColumnaListadoDto, { descripcion: 'Columnas, en su orden.' }) columnas: ColumnaListadoDto[]
  @Texto({ descripcion: 'De dónde sale esta plantilla.' }) fuente: string
  @Opcion(CONFIANZAS, { descripcion: 'Qué tan segura es.' }) confianza: (typeof CONFIANZAS)[number]
}

export class ConsultaLibroQueryDto extends FiltroCandidaturasQueryDto {
  @Opcion(ORDENES, { descripcion: 'Orden de los renglones.', opcional: true }) orden?: Orden
  @Texto({ descripcion: 'Nombre con el que la cuenta guardó la consulta; se escribe en las notas.', opcional: true, max: 60 })
  vista?: string
}

export class ListListadosDto {
  @Logico({ descripcion: 'Si los datos están bloqueados por ley: lo que se exporta sale sin respuestas.' }) datosBloqueados: boolean
  @Lista(() => ListadoDto, { descripcion: 'Plantillas del proceso.' }) elementos: ListadoDto[]
}

export class ListadoParamsDto {
  @Texto({ descripcion: 'Actividad del programa de trabajo.', ejemplo: '11.7', max: 40 }) clave: string
}

export class ListadoQueryDto {
  @Opcion(FORMATOS_LISTADO, { descripcion: 'Hoja de cálculo, o PDF accesible.' }) formato: FormatoListado
  @Uuid({
    descripcion: 'Sólo lo que aprobó este acuerdo, con lo que haya dejado de estar vigente; sin él, todo lo vigente.',
    opcional: true,
  })
  acuerdo?: string
  @Fecha({ descripcion: 'Día de referencia, hoy o anterior; sin él, hoy.', opcional: true, ejemplo: '2024-04-20' }) al?: string
}

export class HojaEntregaQueryDto {
  @Uuid({ descripcion: 'Acuerdo.' }) acuerdo: string
  @Uuid({ descripcion: 'Actor político cuyas cuentas capturan.' }) actor: string
}
