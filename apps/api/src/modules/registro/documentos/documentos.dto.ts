import { Archivo, Entero, Texto, Uuid } from '../../../shared/validacion/fields.ts'

export class RecibirDocumentoDto {
  @Archivo({ descripcion: 'PDF, DOCX o XLSX de hasta 10 MB.' }) archivo: unknown
}

export class DocumentoDto {
  @Uuid({ descripcion: 'Identificador.' }) id: string
  @Texto({ descripcion: 'Nombre con el que se recibió.', ejemplo: 'acuerdo-123.pdf' }) nombre: string
  @Entero({ descripcion: 'Tamaño en bytes.' }) bytes: number
  @Texto({ descripcion: 'SHA-256 de su contenido.' }) sha256: string
}
