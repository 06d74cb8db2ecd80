import { Lista, Texto } from '../../shared/validacion/fields.ts'

export class RutaPublicaDto {
  @Texto({ descripcion: 'Dirección de la ruta en este servidor; lo que va entre llaves se sustituye.' }) ruta: string
  @Texto({ descripcion: 'Qué contesta.' }) resumen: string
}

export class ContratoPublicoDto {
  @Texto({ descripcion: 'Descripción OpenAPI de las rutas públicas.' }) especificacion: string
  @Texto({ descripcion: 'La misma descripción, para leerla.' }) documentacion: string
  @Texto({ descripcion: 'Todo en un solo archivo.' }) conjunto: string
  @Texto({ descripcion: 'Descripción del conjunto de datos (DCAT).' }) catalogo: string
  @Lista(() => RutaPublicaDto, { descripcion: 'Las rutas públicas.' }) rutas: RutaPublicaDto[]
}
