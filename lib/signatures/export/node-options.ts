/**
 * For the process of an export. Rows live for a moment, and of the 100 MB that are left over without a
 * bound most are dead: any number of rows needs 40 MB of this heap.
 */
export const EXPORT_NODE_OPTIONS = ['--max-old-space-size=128', '--semi-space-growth-factor=1']
