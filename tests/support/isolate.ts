// class-validator keeps its metadata on the global object, and Jest hands the globals of the global set-up to every test file:
// the file would describe the classes of another copy of the modules.
Reflect.deleteProperty(globalThis, 'classValidatorMetadataStorage')
