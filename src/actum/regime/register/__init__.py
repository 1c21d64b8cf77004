"""Events of instruments and bodies → what is in force, when, by whose telling."""
