"""Records of many lists and languages that may be one person's: found, weighed, explained, and joined with care."""

from atleast.person.linking.clustering import Clusters, Linkage, cluster, recluster
from atleast.person.linking.linking import PROPOSED, explain, link, weigh
from atleast.person.linking.profile import Holds, Profile
from atleast.person.linking.proposal import Proposal
from atleast.person.linking.proposing import FEW, propose

__all__ = [
    "FEW",
    "PROPOSED",
    "Clusters",
    "Holds",
    "Linkage",
    "Profile",
    "Proposal",
    "cluster",
    "explain",
    "link",
    "propose",
    "recluster",
    "weigh",
]
