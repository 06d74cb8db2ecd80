export const LTS: { version: string; packages: Record<string, { name: string; integrity: string }> }
