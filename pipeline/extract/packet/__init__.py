"""Packets of document exchange (edXML, QCVN 102:2016/BTTTT) and the files in them.

In: the bytes of a packet: XML, MIME, or an archive that holds one.  Out: a `Document` of all its papers, with header and parts.
Promise: no entity is expanded, no address is followed, no name of a part becomes part of a path, a packet in a packet stays closed.
"""
