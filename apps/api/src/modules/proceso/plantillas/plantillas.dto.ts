import { DOCUMENTOS_PLANTILLA, type DocumentoPlantilla } from '@conoceles/domain'
import { Entero, Instante, Lista, Opcion, Texto } from '../../../shared/validacion/fields.ts'

export class PartePlantillaDto {
  @Texto({ descripcion: 'Clave de la parte.', max: 40, ejemplo: 'apertura' }) clave: string
  @Texto({ descripcion: 'Su texto, con los campos entre llaves; un renglón en blanco separa los párrafos.', max: 6_000 }) texto: string
}

export class VersionPlantillaDto {
  @Entero({ descripcion: 'Versión; la 0 es la del paquete.' }) version: number
  @Lista(() => PartePlantillaDto, { descripcion: 'El texto de cada parte.' }) partes: PartePlantillaDto[]
  @Instante({ descripcion: 'Cuándo se guardó; nulo en la del paquete.', nulo: true }) en: string | null
  @Texto({ descripcion: 'Quién la guardó; nulo en la del paquete.', nulo: true }) autor: string | null
  @Texto({ descripcion: 'Por qué; nulo en la del paquete.', nulo: true }) motivo: string | null
}

export class PlantillaDto {
  @Opcion(DOCUMENTOS_PLANTILLA, { descripcion: 'Documento.' }) documento: DocumentoPlantilla
  @Lista(() => VersionPlantillaDto, { descripcion: 'Sus versiones, de la vigente a la del paquete.' }) versiones: VersionPlantillaDto[]
}

export class ListPlantillasDto {
  @Lista(() => PlantillaDto, { descripcion: 'Los documentos cuyo texto edita la Secretaría.' }) elementos: PlantillaDto[]
}

export class DocumentoParamsDto {
  @Opcion(DOCUMENTOS_PLANTILLA, { descripcion: 'Documento.' }) documento: DocumentoPlantilla
}

export class TextosPlantillaDto {
  @Lista(() => PartePlantillaDto, { descripcion: 'El texto de cada parte.', max: 20 }) partes: PartePlantillaDto[]
}

export class GuardarPlantillaDto extends TextosPlantillaDto {
  @Entero({ descripcion: 'Versión sobre la que se escribió.' }) version: number
  @Texto({ descripcion: 'Por qué se cambia.', min: 10, max: 500 }) motivo: string
}
